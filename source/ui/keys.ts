/**
 * One key press: the grapheme it types ('a', 'A', ' ', '👍'), or a name: enter, escape, tab,
 * backspace, delete, insert, up, down, left, right, home, end, pageup, pagedown, f1 to f12. Modifiers
 * stand before, in this order: ctrl+ alt+ shift+ ('ctrl+a', 'alt+b', 'shift+tab', 'ctrl+left'). Shift is
 * not named with a grapheme: 'A', 'alt+A'.
 *
 * What terminals do not tell apart: Backspace, Ctrl+H and mostly Ctrl+Backspace (all 'backspace'), Tab and
 * Ctrl+I, Enter and Ctrl+M; Escape with a key right behind it, and Alt with that key ('alt+…').
 */
export type Key = string;

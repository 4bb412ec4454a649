// What finds an add-on: in the one place where it can lie, beside the bundle (scripts/build.js puts it there), so that
// what is installed needs no package besides. The library's own way loads a dozen modules, some 15 ms.
module.exports = () => require(`./native/${process.platform}-${process.arch}.node`);

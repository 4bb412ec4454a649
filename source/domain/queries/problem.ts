/** Something wrong in a database: where it stands (keys and indexes from the top) and what it is. */
export type Problem = {path: (string | number)[]; message: string};

const given = process.env.ROLECALL_SEED

/**
 * What every random choice of the tests follows from. It is 1 unless `ROLECALL_SEED` says otherwise, so a run fails only
 * because of a change. `ROLECALL_SEED=new` draws another one, which the failing tests print.
 */
export const seed = given === 'new' ? Date.now() % 2 ** 31 : Number(given ?? 1)

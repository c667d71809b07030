// claims.csv and comparison.csv of a run, by DuckDB's own sniffer: duckdb.js DIR.
const fs = require('fs');
const { DuckDBInstance } = require('@duckdb/node-api');

(async () => {
    const folder = process.argv[2];
    const db = await (await DuckDBInstance.create(':memory:')).connect();
    const ask = async sql => (await db.runAndReadAll(sql)).getRowsJson();
    const same = (got, want) => { if (JSON.stringify(got) !== JSON.stringify(want)) throw new Error(`${JSON.stringify(got)}, not ${JSON.stringify(want)}`); };
    for (const name of ['claims', 'comparison']) {
        const lines = fs.readFileSync(`${folder}/${name}.csv`, 'utf8').split('\r\n').length - 2;
        await db.run(`CREATE TABLE ${name} AS FROM read_csv('${folder}/${name}.csv')`);
        same(await ask(`SELECT count(*)::INT FROM ${name}`), [[lines]]);
    }
    same(await ask(`SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'claims' AND column_name IN ('document', 'metric', 'value', 'start') ORDER BY 1`),
         [['document', 'VARCHAR'], ['metric', 'VARCHAR'], ['start', 'BIGINT'], ['value', 'DOUBLE']]);
    same(await ask(`SELECT DISTINCT value::BIGINT::VARCHAR, unit FROM claims WHERE raw = '7.35亿元' AND year = 2021 AND kind = 'level'`), [['735000000', '元']]);
    same(await ask(`SELECT change::INT, unit FROM comparison WHERE "2021" = 15 AND "2022" = 22 AND "2023" = 26`), [[4, '家']]);
    same(await ask(`SELECT count(*)::INT FROM claims WHERE value IS NULL AND low IS NULL AND high IS NULL AND kind NOT IN ('ratio')`), [[0]]);
})().catch(e => { console.error(String(e)); process.exit(1); });

// datapackage.json of `run --bom no`, by the reference validator: package.js DIR. Each resource is cast row by row.
const fs = require('fs');
const { Package } = require('datapackage');

(async () => {
    const folder = process.argv[2];
    const data = await Package.load(`${folder}/datapackage.json`);
    if (!data.valid) throw new Error(data.errors.map(String).join('\n'));
    if (data.resources.length < 4) throw new Error('too few resources');
    for (const resource of data.resources) {
        const rows = await resource.read({ keyed: true, cast: true });
        const lines = fs.readFileSync(`${folder}/${resource.descriptor.path}`, 'utf8').split('\r\n').length - 2;
        if (rows.length !== lines) throw new Error(`${resource.name}: ${rows.length} of ${lines} rows`);
        if (resource.name !== 'claims') continue;
        const found = rows.filter(r => r.raw === '7.35亿元' && r.year === 2021 && r.kind === 'level');
        if (!found.length || found.some(r => r.value !== 735000000 || r.unit !== '元')) throw new Error(JSON.stringify(found));
        if (!rows.some(r => r.low === null)) throw new Error('an empty cell is no missing value');
    }
})().catch(e => { console.error(String(e)); process.exit(1); });

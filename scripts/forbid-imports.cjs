/** Makes the rule of dependency-cruiser that files at one path import none at another. */
module.exports = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { path: from }, to: { path: to } });

// The browser comes from the machine or from a package; npm install must not need another host.
module.exports = { skipDownload: true };

-- Addresses of pages and answers in turn, for wrk; see docs/performance.md.
local paths = {"/", "/said", "/said?actor=USA", "/said/wording?family=denuclearization", "/pair", "/pair/USA/RUS", "/ledgers/positions", "/ledgers/demands", "/ledgers/meetings", "/ledgers/agreements", "/actors", "/actor/USA", "/explore", "/explore?q=sanctions", "/explore?view=network", "/desk", "/said.json?actor=USA", "/explore.json", "/ledgers/demands.csv", "/explore?view=map"}
local i = 0
request = function() i = i % #paths + 1; return wrk.format("GET", paths[i], {["Accept"]="text/html"}) end

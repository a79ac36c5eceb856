-- Addresses of pages and answers in turn, for wrk; see bench/web/load.sh.
local paths = {"/", "/?order=added", "/said", "/said/wording", "/said/wording?family=denuclearization", "/pair", "/ledgers/positions", "/ledgers/demands", "/ledgers/conditions", "/ledgers/meetings", "/ledgers/meetings?state=all", "/ledgers/agreements", "/ledgers/offices", "/ledgers/readouts",
  "/actors", "/actors?kind=person", "/explore", "/explore?view=chart", "/explore?view=network", "/explore?view=map", "/explore?q=sanctions", "/explore?q=talks&kind=statement", "/explore?type=THREATEN", "/desk", "/desk/review", "/desk/scorecard", "/desk/codebook", "/api",
  "/said.json?about=sanctions", "/explore.json?limit=100", "/ledgers/demands.csv", "/ledgers/meetings.ics", "/said.atom"}
for _, actor in ipairs({"USA", "RUS", "CHN", "PRK", "KOR", "IRN", "UKR", "JPN", "Putin", "Blinken"}) do
  for _, path in ipairs({"/said?actor=", "/actor/", "/explore?actor=", "/ledgers/positions?actor=", "/ledgers/demands?actor="}) do paths[#paths + 1] = path .. actor end
end
for _, pair in ipairs({"USA/RUS", "USA/CHN", "USA/KOR", "USA/PRK", "USA/IRN", "RUS/UKR", "RUS/CHN", "KOR/PRK"}) do
  paths[#paths + 1] = "/pair/" .. pair
  paths[#paths + 1] = "/pair/" .. pair .. "?as_of=2021-12-31"
  paths[#paths + 1] = "/pair/" .. pair .. ".json?by=year"
end
for id in string.gmatch(os.getenv("READOUT_ARTICLES") or "", "%S+") do paths[#paths + 1] = "/article/" .. id end

local i = 0
request = function() i = i % #paths + 1; return wrk.format("GET", paths[i], {["Accept"] = "text/html"}) end

done = function(summary, latency)
  local e = summary.errors
  print(string.format("answers %d of %d addresses, %d errors, median %.1f ms, 95 %% %.0f ms, 99 %% %.0f ms, longest %.0f ms, %.0f a second", summary.requests, #paths,
    e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000, latency.max / 1000, summary.requests / summary.duration * 1e6))
end

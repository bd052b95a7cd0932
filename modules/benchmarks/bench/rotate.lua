-- Asks for the documents of the file that DOCUMENTS names, one path a line, one after the other.
local requests = {}
local at = 0

function init()
  for path in io.lines(os.getenv("DOCUMENTS")) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

import { LuaScript } from "./lua-script.js";

/**
 * The state of one window, in five keys with one hash tag:
 *
 * - `permits`: a sorted set of the permits in use, by the time at which each is free again. A permit whose
 *   request has no response yet is held until its holder stops renewing it.
 * - `due`: the same permits, by the earliest time at which each can be free.
 * - `waiting`: a sorted set of the processes that wait, in order.
 * - `seen`: the same processes, by the time at which each counts as dead.
 * - `state`: a hash of the ticket counter and the time until which the window is paused.
 *
 * All times are the server's, in milliseconds, so the clocks of the processes do not matter. Each script
 * starts by removing a member that does not exist: once a script has written, Redis lets it keep writing even
 * when its memory is full.
 */
const COMMON = `
local permits, due, waiting, seen, state = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
redis.call('ZREM', permits, '')
local t = redis.call('TIME')
local now = t[1] * 1000 + math.ceil(t[2] / 1000)
local function keep(ms)
  for _, key in ipairs(KEYS) do
    if redis.call('PTTL', key) < ms then redis.call('PEXPIRE', key, ms) end
  end
end
`;

/**
 * If there is no state, either nothing was sent for a while or the server has lost it. So a
 * window on a server that started less than a period and a hold ago pauses for a period: what
 * was granted before is not known. Needs `periodMs` and `holdMs`.
 */
const OPEN = `
if redis.call('EXISTS', state) == 0 then
  local uptime = tonumber(string.match(redis.call('INFO', 'server'), 'uptime_in_seconds:(%d+)')) * 1000
  local paused = 0
  if uptime <= periodMs + holdMs then paused = now + periodMs end
  redis.call('HSET', state, 'tickets', 0, 'pausedUntil', paused)
end
`;

/** The longest time until a process notices that a permit was given back. */
const MAX_WAIT_MS = 500;

/**
 * Takes up to `wanted` permits, in the order in which processes asked: those with priority first. Replies how many it
 * took, and after how many milliseconds to ask again.
 */
export const takePermits: LuaScript = new LuaScript(`${COMMON}
local requests, periodMs, process, wanted = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3], tonumber(ARGV[4])
local priority, holdMs, firstId = ARGV[5] == '1', tonumber(ARGV[6]), tonumber(ARGV[7])
local pollMs, waiterMs = tonumber(ARGV[8]), tonumber(ARGV[9])

for _, id in ipairs(redis.call('ZRANGEBYSCORE', permits, '-inf', now)) do redis.call('ZREM', due, id) end
redis.call('ZREMRANGEBYSCORE', permits, '-inf', now)
for _, dead in ipairs(redis.call('ZRANGEBYSCORE', seen, '-inf', now)) do redis.call('ZREM', waiting, dead) end
redis.call('ZREMRANGEBYSCORE', seen, '-inf', now)
${OPEN}
local function ticket()
  local number = redis.call('HINCRBY', state, 'tickets', 1)
  if priority then return number - 1e12 end
  return number
end
-- A process that has its turn keeps it: one that took a new one each time it asks would be the last each time.
local turn = tonumber(redis.call('ZSCORE', waiting, process) or 0)
if turn == 0 or (priority and turn > 0) then redis.call('ZADD', waiting, ticket(), process) end
redis.call('ZADD', seen, now + waiterMs, process)
keep(periodMs + holdMs + 60000)

local pausedMs = tonumber(redis.call('HGET', state, 'pausedUntil')) - now
if pausedMs > 0 then return { 0, math.ceil(pausedMs) } end

local rank = redis.call('ZRANK', waiting, process)
local free = requests - redis.call('ZCARD', permits) - rank
local share = math.ceil(free / (redis.call('ZCARD', waiting) - rank))
local taken = math.max(0, math.min(wanted, share))
for n = 0, taken - 1 do
  local id = process .. ':' .. (firstId + n)
  redis.call('ZADD', permits, now + holdMs, id)
  redis.call('ZADD', due, now + periodMs, id)
end
if taken > 0 then
  redis.call('ZREM', waiting, process)
  if taken == wanted then redis.call('ZREM', seen, process) else
    priority = false
    redis.call('ZADD', waiting, ticket(), process)
  end
  keep(periodMs + holdMs + 60000)
end
if taken == wanted then return { taken, 0 } end
rank = redis.call('ZRANK', waiting, process)
free = requests - redis.call('ZCARD', permits)
local waitMs = pollMs
if free <= rank then
  local next = redis.call('ZRANGE', due, rank - free, rank - free, 'WITHSCORES')
  if next[2] then waitMs = math.max(pollMs, next[2] - now) end
end
return { taken, math.ceil(math.min(waitMs, ${MAX_WAIT_MS})) }
`);

/**
 * Changes permits: each `id` is held for `ms` more (`renew`), is free after `ms` (`end`), or is
 * given back at once (`release`).
 */
export const changePermits: LuaScript = new LuaScript(`${COMMON}
for n = 1, #ARGV, 3 do
  local change, id, ms = ARGV[n], ARGV[n + 1], tonumber(ARGV[n + 2])
  if change == 'release' then
    redis.call('ZREM', permits, id)
    redis.call('ZREM', due, id)
  elseif change == 'end' then
    redis.call('ZADD', permits, now + ms + 1, id)
    redis.call('ZADD', due, now + ms + 1, id)
    keep(ms + 60000)
  else
    redis.call('ZADD', permits, 'XX', now + ms, id)
    keep(ms + 60000)
  end
end
return 0
`);

/** Pauses the window: nothing is granted for `ms`. */
export const pauseWindow: LuaScript = new LuaScript(`${COMMON}
local ms, periodMs, holdMs = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
${OPEN}
if tonumber(redis.call('HGET', state, 'pausedUntil')) < now + ms then
  redis.call('HSET', state, 'pausedUntil', now + ms)
end
keep(math.max(ms, periodMs) + 60000)
return 0
`);

/** Stops waiting: a process that gives up must not keep its turn. */
export const leaveQueue: LuaScript = new LuaScript(`${COMMON}
redis.call('ZREM', waiting, ARGV[1])
redis.call('ZREM', seen, ARGV[1])
return 0
`);

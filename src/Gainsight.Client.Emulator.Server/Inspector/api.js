// Calls the control API, and tells whether the server is there.

export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const connection = new EventTarget();
let connected = null;

export const onConnection = listener => connection.addEventListener('change', () => listener(connected));

function setConnected(value) {
  if (connected !== value) {
    connected = value;
    connection.dispatchEvent(new Event('change'));
  }
}

export async function api(method, path, body, headers = {}, signal = undefined) {
  let response;
  let text;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
      signal,
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    text = await response.text();
  } catch (error) {
    if (!signal?.aborted) {
      setConnected(false);
    }

    throw new ApiError(0, 'The server does not answer.');
  }

  setConnected(true);
  let json = null;
  try {
    json = text === '' ? null : JSON.parse(text);
  } catch {
    throw new ApiError(response.status, `The answer is not JSON (status ${response.status}).`);
  }

  if (!response.ok) {
    throw new ApiError(response.status, json?.error ?? `The server answered with status ${response.status}.`);
  }

  return json;
}

export const get = path => api('GET', path);

export const objectPath = name => `objects/${encodeURIComponent(name)}`;

export const rowPath = (object, gsid) => `${objectPath(object)}/rows/${encodeURIComponent(gsid)}`;

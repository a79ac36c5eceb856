using System.Text;

namespace Readout.Tests.App;

/// <summary>Records of a web archive for tests.</summary>
internal static class Warc
{
    public static byte[] Response(string url, string body, string headers = "Content-Type: text/html; charset=utf-8\r\n") => Response(url, Encoding.UTF8.GetBytes(body), headers);

    public static byte[] Response(string url, byte[] body, string headers, string status = "200 OK") =>
        Record("response", url, "application/http; msgtype=response", [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}\r\n"), .. body]);

    public static byte[] Record(string type, string url, string contentType, byte[] block) =>
    [
        .. Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {url}\r\nContent-Type: {contentType}\r\nContent-Length: {block.Length}\r\n\r\n"),
        .. block,
        .. "\r\n\r\n"u8,
    ];
}

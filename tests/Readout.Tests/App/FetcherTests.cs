using System.Net;
using System.Text;
using Readout.App.Sources;
using Readout.App.Sources.Web;

namespace Readout.Tests.App;

public sealed class FetcherTests
{
    private static readonly FetchLimits Quick = new() { Timeout = TimeSpan.FromSeconds(1), Pause = TimeSpan.Zero, BackOff = TimeSpan.FromMilliseconds(1) };

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://localhost:9/")]
    [InlineData("http://[::1]:9/")]
    [InlineData("http://[::ffff:127.0.0.1]:9/")]
    [InlineData("http://[::ffff:0:10.0.0.1]:9/")]
    [InlineData("http://[64:ff9b::192.168.0.1]:9/")]
    [InlineData("http://[2002:7f00:1::]:9/")]
    [InlineData("http://[fe80::1]:9/")]
    [InlineData("http://[fd00::1]:9/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://2130706433:9/")]
    [InlineData("http://0x7f.1:9/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://0.0.0.0:9/")]
    public void Private_addresses_are_refused_in_every_form(string url)
    {
        using var fetcher = new Fetcher(GuardedConnection.AllowsPublic, TimeProvider.System, CancellationToken.None, Quick);
        var problem = Assert.Throws<SourceException>(() => fetcher.Get(url));
        Assert.Equal(url, problem.Input);
        Assert.Contains("--allow-private", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("2606:4700::1111")]
    [InlineData("64:ff9b::8.8.8.8")]
    public void Public_addresses_are_not_private(string address) => Assert.False(PrivateAddresses.Hold(IPAddress.Parse(address)));

    [Fact]
    public void A_URL_that_redirects_for_ever_is_given_up()
    {
        using var site = new Site((path, response) => response.Redirect(path + "x"));
        Assert.Contains("redirects more than 10 times", Problem(site, "/a"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_redirect_out_of_the_web_is_refused()
    {
        using var site = new Site((path, response) => response.Redirect(path == "/robots.txt" ? "/none" : "file:///etc/passwd"));
        Assert.Contains("redirects to file:", Problem(site, "/a"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_redirect_to_a_private_address_is_refused_at_the_second_connection()
    {
        using var hidden = new Site((_, response) => Site.Write(response, "secret"));
        using var site = new Site((path, response) => response.Redirect(path == "/robots.txt" ? "/none" : hidden.Url + "/a"));
        using var fetcher = new Fetcher(point => site.Url.EndsWith($":{point.Port}", StringComparison.Ordinal), TimeProvider.System, CancellationToken.None, Quick);
        Assert.Contains("--allow-private", Assert.Throws<SourceException>(() => fetcher.Get(site.Url + "/a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Robots_are_obeyed()
    {
        using var site = new Site((path, response) => Site.Write(response, path == "/robots.txt" ? "User-agent: *\nDisallow: /private\nAllow: /private/open$\n" : "page"));
        Assert.Contains("robots.txt", Problem(site, "/private/a"), StringComparison.Ordinal);
        using var fetcher = Allowing();
        Assert.Equal("page", Encoding.UTF8.GetString(fetcher.Get(site.Url + "/private/open").Body));
        Assert.Equal("page", Encoding.UTF8.GetString(fetcher.Get(site.Url + "/news").Body));
    }

    [Fact]
    public void A_busy_site_is_asked_again()
    {
        var asked = 0;
        using var site = new Site((path, response) =>
        {
            if (path == "/robots.txt") response.StatusCode = 404;
            else if (++asked < 3) response.StatusCode = 503;
            else Site.Write(response, "page");
        });
        using var fetcher = Allowing();
        Assert.Equal("page", Encoding.UTF8.GetString(fetcher.Get(site.Url + "/a").Body));
        Assert.Equal(3, asked);
    }

    [Fact]
    public void A_body_that_never_ends_is_cut_off_by_time()
    {
        using var site = new Site((path, response) =>
        {
            if (path != "/robots.txt") Thread.Sleep(3000);
        });
        using var fetcher = new Fetcher(_ => true, TimeProvider.System, CancellationToken.None, Quick with { Attempts = 1 });
        Assert.Contains("did not answer within 1 s", Assert.Throws<SourceException>(() => fetcher.Get(site.Url + "/a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_body_is_cut_off_by_size()
    {
        using var site = new Site((path, response) =>
        {
            if (path == "/robots.txt") return;
            var chunk = new byte[1 << 20];
            for (var i = 0; i < 64; i++) response.OutputStream.Write(chunk);
        });
        using var fetcher = new Fetcher(_ => true, TimeProvider.System, CancellationToken.None, Quick with { Timeout = TimeSpan.FromSeconds(20) });
        Assert.Contains("is larger than 32 MB", Assert.Throws<SourceException>(() => fetcher.Get(site.Url + "/a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_page_says_so() => Assert.Contains("answers 404", Problem(new Site((_, response) => response.StatusCode = 404), "/a"), StringComparison.Ordinal);

    private static Fetcher Allowing() => new(_ => true, TimeProvider.System, CancellationToken.None, Quick);

    private static string Problem(Site site, string path)
    {
        using var fetcher = Allowing();
        return Assert.Throws<SourceException>(() => fetcher.Get(site.Url + path)).Message;
    }

    /// <summary>A site on loopback for one test.</summary>
    private sealed class Site : IDisposable
    {
        private static int lastPort = 20000 + (Environment.ProcessId % 20000);
        private readonly HttpListener listener;

        public Site(Action<string, HttpListenerResponse> answer)
        {
            (listener, Url) = Listen();
            _ = Task.Run(() => Serve(answer));
        }

        public string Url { get; }

        public static void Write(HttpListenerResponse response, string text) => response.OutputStream.Write(Encoding.UTF8.GetBytes(text));

        public void Dispose() => listener.Close();

        private static (HttpListener Listener, string Url) Listen()
        {
            while (true)
            {
                var url = $"http://127.0.0.1:{Interlocked.Increment(ref lastPort)}";
                var listener = new HttpListener { Prefixes = { url + "/" } };
                try
                {
                    listener.Start();
                    return (listener, url);
                }
                catch (HttpListenerException)
                {
                    // The port is taken; try the next.
                }
            }
        }

        private void Serve(Action<string, HttpListenerResponse> answer)
        {
            try
            {
                while (true)
                {
                    var context = listener.GetContext();
                    _ = Task.Run(() => Answer(context, answer));
                }
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private static void Answer(HttpListenerContext context, Action<string, HttpListenerResponse> answer)
        {
            try
            {
                answer(context.Request.Url!.AbsolutePath, context.Response);
                context.Response.Close();
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The client has gone.
            }
        }
    }
}

using System.Diagnostics;
using System.Net.Http.Headers;
using System.Reflection;
using Readout.Browser.Tests;

[assembly: AssemblyFixture(typeof(Site))]

namespace Readout.Browser.Tests;

/// <summary>The program as a user starts it: a store of the samples, <c>readout serve</c> on a free port, and a browser. One for all tests.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string Token = "a-token-for-tests";

    private static readonly string[] ChromiumPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Without these Chromium looks up hosts of its maker at every start.
    private static readonly string[] ChromiumArguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string folder = Path.Combine(Path.GetTempPath(), "readout-site-" + Path.GetRandomFileName());
    private Process? server;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Program { get; } = Path.Combine(Root, "src", "Readout.App", "bin", Metadata("Configuration"), "net10.0", "readout");

    public string Store => Path.Combine(folder, "demo.db");

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public HttpClient Reader { get; private set; } = null!;

    /// <summary>Shows the token, as a program does.</summary>
    public HttpClient Writer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        using (var demo = Start("demo", "--keep", Store, "--quiet")) await Output(demo);
        server = Start("serve", "--store", Store, "--port", "0");
        while (await server.StandardError.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is not (> 0 and var at)) continue;
            Address = new Uri(line[at..]);
            break;
        }
        // Or the pipe fills up and the server waits for a reader.
        _ = server.StandardError.ReadToEndAsync();
        _ = server.StandardOutput.ReadToEndAsync();
        Reader = new HttpClient { BaseAddress = Address };
        Writer = new HttpClient { BaseAddress = Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Token) } };
        if (Chromium() is not { } path) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ChromiumArguments });
    }

    /// <summary>A fresh browser window; skips the test where there is no Chromium, unless READOUT_BROWSER says that there must be one.</summary>
    public async Task<IPage> Open(string path, bool mayWrite = false, int width = 1366, ColorScheme scheme = ColorScheme.Light)
    {
        if (browser is null && Environment.GetEnvironmentVariable("READOUT_BROWSER") != "required") Assert.Skip("no Chromium here; apt-get install chromium");
        Assert.NotNull(browser);
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.AbsoluteUri,
            ViewportSize = new ViewportSize { Width = width, Height = width < 500 ? 844 : 768 },
            ColorScheme = scheme,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        // A build machine may be busy with much else.
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        var page = await context.NewPageAsync();
        if (mayWrite) await page.GotoAsync("/?token=" + Token);
        await page.GotoAsync(path);
        return page;
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true, WorkingDirectory = folder };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["READOUT_TOKEN"] = Token;
        return Process.Start(start)!;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
        server?.Kill(entireProcessTree: true);
        server?.Dispose();
        Reader.Dispose();
        Writer.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string? Chromium() => ChromiumPaths.FirstOrDefault(File.Exists);

    private static async Task Output(Process process)
    {
        _ = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, errors);
    }

    private static string Metadata(string key) => typeof(Site).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}

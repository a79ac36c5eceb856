using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
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
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage"];

    // What a person would call broken. A build machine that is busy with much else needs the half of it.
    private static readonly TimeSpan StartUp = TimeSpan.FromMinutes(2), Step = TimeSpan.FromSeconds(30);

    private readonly string folder = Path.Combine(Path.GetTempPath(), "readout-site-" + Path.GetRandomFileName());
    private readonly ConcurrentDictionary<string, Task<IPage>> tabs = new(StringComparer.Ordinal);
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
        Address = await Opened(server).WaitAsync(StartUp);
        // Or the pipe fills up and the server waits for a reader.
        _ = server.StandardError.ReadToEndAsync();
        _ = server.StandardOutput.ReadToEndAsync();
        Reader = new HttpClient { BaseAddress = Address, Timeout = Step };
        Writer = new HttpClient { BaseAddress = Address, Timeout = StartUp, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Token) } };
        // The reader is loaded with the first page that comes in; no step of a test shall wait for that.
        using (var first = await Writer.PostAsJsonAsync("/add", new { text = "Ready\n\nThe reader is ready." })) first.EnsureSuccessStatusCode();
        if (Chromium() is not { } path) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ChromiumArguments, Timeout = (float)StartUp.TotalMilliseconds });
        Assertions.SetDefaultExpectTimeout((float)Step.TotalMilliseconds);
    }

    /// <summary>The window of the test's class, as new: no cookies but the token, bright, on the page. Skips the test where there is no Chromium, unless READOUT_BROWSER says that there must be one.</summary>
    public async Task<IPage> Open(string path, bool mayWrite = false, int width = 1366, ColorScheme scheme = ColorScheme.Light)
    {
        if (browser is null && Environment.GetEnvironmentVariable("READOUT_BROWSER") != "required") Assert.Skip("no Chromium here; apt-get install chromium");
        Assert.True(browser is not null, "READOUT_BROWSER=required, and there is no Chromium: apt-get install chromium fonts-dejavu-core");
        // One window for all tests of a class: a new one for each costs more than the test.
        var page = await tabs.GetOrAdd(TestContext.Current.TestClass?.TestClassName ?? "", _ => NewTab(browser));
        await page.GotoAsync("about:blank");
        await page.Context.ClearCookiesAsync();
        if (mayWrite) await page.Context.AddCookiesAsync([new Cookie { Name = "readout_token", Value = Token, Url = Address.AbsoluteUri, HttpOnly = true, SameSite = SameSiteAttribute.Strict }]);
        await page.SetViewportSizeAsync(width, width < 500 ? 844 : 768);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await page.GotoAsync(path);
        return page;
    }

    private async Task<IPage> NewTab(IBrowser window)
    {
        var context = await window.NewContextAsync(new BrowserNewContextOptions { BaseURL = Address.AbsoluteUri, Permissions = ["clipboard-read", "clipboard-write"], ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout((float)Step.TotalMilliseconds);
        return await context.NewPageAsync();
    }

    /// <summary>The address that <c>serve</c> prints.</summary>
    public static async Task<Uri> Opened(Process server)
    {
        var printed = new List<string>();
        while (await server.StandardError.ReadLineAsync() is { } line)
        {
            printed.Add(line);
            if (line.IndexOf("http://", StringComparison.Ordinal) is > 0 and var at) return new Uri(line[at..]);
        }
        throw new InvalidOperationException("'readout serve' ended before it opened an address: " + string.Join('\n', printed));
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
        Reader.Dispose();
        Writer.Dispose();
        if (server is not null) await server.WaitForExitAsync().WaitAsync(StartUp);
        server?.Dispose();
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

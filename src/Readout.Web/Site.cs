using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Readout.Store;
using Readout.Web.Asking;
using Readout.Web.Doors;
using Readout.Web.Safety;

namespace Readout.Web;

/// <summary>Pages, API and MCP on one port.</summary>
public static class Site
{
    /// <summary>Bytes of a request; a page of news with its pictures as data stays below.</summary>
    private const int RequestLimit = 16 << 20;

    /// <summary>Serves until told to stop.</summary>
    public static async Task Run(Serving serving, CancellationToken stop)
    {
        await using var site = Build(serving);
        await site.StartAsync(stop);
        serving.Opened(new Uri(site.Urls.First()));
        await site.WaitForShutdownAsync(stop);
    }

    /// <summary>The site, not yet started. Makes the store when there is none, so that a first page can be added.</summary>
    public static WebApplication Build(Serving serving)
    {
        ReadingStore.Open(serving.Store).Dispose();
        WebShapes.AddTo(serving.Shapes);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        Listen(builder, serving);
        Log(builder.Logging);
        Services(builder.Services, serving);
        var site = builder.Build();
        Failures.Use(site);
        Headers.Use(site);
        site.UseHostFiltering();
        site.UseRateLimiter();
        KeptAnswers.Use(site, site.Services.GetRequiredService<Record>());
        site.UseRouting();
        Writer.Use(site, serving);
        site.UseAntiforgery();
        AssetFiles.Map(site);
        RecordApi.Map(site);
        Intakes.Map(site);
        Corrections.Map(site);
        Watching.Map(site);
        site.MapMcp("/mcp");
        site.MapOpenApi("/openapi.json");
        site.MapRazorComponents<Parts.Document>();
        site.MapFallback("{*path}", NotFound.Give);
        return site;
    }

    private static void Listen(WebApplicationBuilder builder, Serving serving) => builder.WebHost.ConfigureKestrel(server =>
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = RequestLimit;
        server.Limits.MaxRequestLineSize = 16 << 10;
        if (serving.Host == "localhost") server.ListenLocalhost(serving.Port);
        else server.Listen(IPAddress.Parse(serving.Host), serving.Port);
    });

    // Standard output belongs to findings; whatever goes wrong goes to standard error.
    private static void Log(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddConsole();
        logging.SetMinimumLevel(LogLevel.Warning);
        // It warns that the keys are not encrypted at rest; they are never at rest.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void Services(IServiceCollection services, Serving serving)
    {
        services.AddSingleton(serving);
        services.AddSingleton<Record>();
        services.AddRazorComponents();
        services.Configure<RouteOptions>(o => o.SetParameterPolicy<FormatConstraint>("form"));
        services.AddHttpContextAccessor();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "readout_form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.SuppressXFrameOptionsHeader = true;
        });
        // Keys that live as long as the process: nothing is written beside the store, and forms are short-lived.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.Configure<HostFilteringOptions>(o => o.AllowedHosts = Hosts(serving));
        services.AddRateLimiter(Limits);
        services.AddOpenApi(OpenApi.Describe);
        Mcp.McpDoor.Add(services).WithHttpTransport(o => o.Stateless = true);
    }

    // A page elsewhere whose name is pointed at 127.0.0.1 must not read the record (DNS rebinding).
    private static List<string> Hosts(Serving serving) =>
        IPAddress.TryParse(serving.Host, out var address) && !IPAddress.IsLoopback(address) ? ["*"] : ["localhost", "127.0.0.1", "[::1]"];

    private static void Limits(Microsoft.AspNetCore.RateLimiting.RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (rejected, _) =>
            await Failures.Write(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "too-many", "Too many requests", "wait a little and ask again; reading allows 64 requests at a time, writing 60 a minute");
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, bool>(http => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || http.Request.Path.StartsWithSegments("/mcp")
            ? RateLimitPartition.GetConcurrencyLimiter(false, _ => new ConcurrencyLimiterOptions { PermitLimit = 64, QueueLimit = 1000 })
            : RateLimitPartition.GetFixedWindowLimiter(true, _ => new FixedWindowRateLimiterOptions { PermitLimit = 60, Window = TimeSpan.FromMinutes(1) }));
    }
}

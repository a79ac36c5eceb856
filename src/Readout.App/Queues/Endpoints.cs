using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;

namespace Readout.App.Queues;

/// <summary>The health and metrics addresses of a worker; off unless asked for.</summary>
internal sealed class Endpoints : IDisposable
{
    /// <summary>Queue and store answer within seconds; who hears nothing for so long should be started anew.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);

    private readonly WebApplication site;

    private Endpoints(WebApplication site) => this.site = site;

    /// <param name="address">Such as <c>127.0.0.1:9464</c>.</param>
    public static Endpoints Start(IPEndPoint address, WorkMeter meter)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(address));
        builder.Services.AddOpenTelemetry().WithMetrics(m => Instruments(m).AddPrometheusExporter());
        var site = builder.Build();
        site.MapGet("/healthz", (HttpContext context) => meter.Silence < LongestSilence ? Results.Text("ok\n") : Results.Text("queue or store do not answer\n", statusCode: StatusCodes.Status503ServiceUnavailable));
        site.MapPrometheusScrapingEndpoint("/metrics");
        site.StartAsync().GetAwaiter().GetResult();
        return new Endpoints(site);
    }

    /// <summary>Sends what is counted to a collector when the environment names one (OTEL_EXPORTER_OTLP_ENDPOINT).</summary>
    public static MeterProvider? Telemetry() => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT"))
        ? null : Instruments(OpenTelemetry.Sdk.CreateMeterProviderBuilder()).AddOtlpExporter().Build();

    public void Dispose() => ((IDisposable)site).Dispose();

    private static MeterProviderBuilder Instruments(MeterProviderBuilder metrics) => metrics.AddMeter(WorkMeter.Name, "Npgsql", "System.Runtime");
}

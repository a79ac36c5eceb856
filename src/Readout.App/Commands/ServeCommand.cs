using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Readout.App.Frame;
using Readout.App.Running;
using Readout.App.Sources;
using Readout.App.Views;
using Readout.Pages;
using Readout.Store;
using Readout.Store.Data;
using Readout.Store.Printing;
using Readout.Web;
using Readout.Web.Mcp;

namespace Readout.App.Commands;

/// <summary><c>serve</c>: the record for browsers, programs and agents on one port.</summary>
internal static class ServeCommand
{
    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var host = new Option<string>("--host") { Description = "Address to listen on; anything but 127.0.0.1 opens the record to other machines", DefaultValueFactory = _ => "127.0.0.1" };
        var port = new Option<int>("--port") { Description = "Port; 0 takes a free one", DefaultValueFactory = _ => 8321 };
        var mcp = new Option<bool>("--mcp") { Description = "Speak MCP on standard input and output instead of opening a port" };
        var verb = new Verb(
            "serve", "The web pages, the HTTP API and the MCP endpoint on one port",
            "readout serve", "readout serve --store korea.db --port 8080", "READOUT_TOKEN=secret readout serve --host 0.0.0.0", "readout serve --store korea.db --mcp") { host, port, mcp };
        return verb.Does(call => Serve(call, call.Get(host)!, call.Get(port), call.Get(mcp)), common, terminal);
    }

    // Kept apart, so that ASP.NET is loaded by this verb and by no other.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Serve(Call call, string host, int port, bool mcp)
    {
        if (host != "localhost" && !IPAddress.TryParse(host, out _)) throw new UsageException($"--host {host} is no address of this machine; give 127.0.0.1, localhost, or 0.0.0.0 for all");
        if (port is < 0 or > 65535) throw new UsageException("--port must be a number from 0 to 65535");
        using var reader = new Lazily(call.Setting);
        var token = Environment.GetEnvironmentVariable("READOUT_TOKEN") is { Length: > 0 } given ? given : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var serving = new Serving
        {
            Store = call.Setting.Store,
            Knowledge = call.Setting.Knowledge,
            Host = host,
            Port = port,
            Token = token,
            Clock = call.Terminal.Clock,
            Shapes = Shapes(),
            Add = (incoming, stop) => Add(call, reader.Value, incoming, stop),
            Opened = address => Announce(call, address, token),
        };
        (mcp ? McpDoor.RunOnStandardInput(serving, call.Stop) : Site.Run(serving, call.Stop)).GetAwaiter().GetResult();
        return ExitStatus.Done;
    }

    private static RecordShapes Shapes() => new RecordShapes()
        .With(new EventShape()).With(new StatementShape()).With(new PositionShape()).With(new AgreementShape()).With(new DemandShape()).With(new AccordShape()).With(new MeetingShape()).With(new OfficeShape()).With(new RelationsShape()).With(new HitShape());

    private static void Announce(Call call, Uri address, string token)
    {
        if (call.Setting.Quiet) return;
        call.Terminal.Error.WriteLine($"readout: the record {PostgresAddress.Shown(call.Setting.Store)} is open at {address}");
        call.Terminal.Error.WriteLine($"readout: to add and correct in a browser open {address}?token={token}");
        call.Terminal.Error.WriteLine($"readout: programs write with the header Authorization: Bearer {token}; Ctrl-C ends");
    }

    // The same way as 'readout add': what came in is standard input, or an address that is fetched with the same care.
    private static Intake Add(Call call, LoadedReader loaded, Incoming incoming, CancellationToken stop)
    {
        using var problems = new StringWriter(CultureInfo.InvariantCulture);
        using var nothing = new Terminal { Output = Stream.Null, Error = problems, Input = new MemoryStream(incoming.Bytes ?? []), Clock = call.Terminal.Clock };
        using var store = ReadingStore.Open(call.Setting.Store);
        using var run = new ReadingRun(call with { Terminal = nothing, Stop = stop }, new SourceOptions(), "read") { Ready = () => _ = loaded.Reader };
        var filling = new Filling(store, loaded, call.Terminal.Clock) { Prepare = page => Named(page, incoming) };
        var added = filling.Add(run, [incoming.Bytes is null ? incoming.Url! : "-"]).ToList();
        return new Intake(added, [.. problems.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p => Plainly(p, incoming))]);
    }

    private static Page Named(Page page, Incoming incoming) => page with
    {
        Input = page.Input.StartsWith('-') ? incoming.Name + page.Input[1..] : page.Input,
        Url = page.Url ?? incoming.Url,
        Source = page.Source ?? incoming.Source,
        Date = page.Date ?? incoming.Published,
    };

    // "readout: -#3: is empty" as a person reads it.
    private static string Plainly(string problem, Incoming incoming)
    {
        var text = problem.StartsWith("readout: ", StringComparison.Ordinal) ? problem["readout: ".Length..] : problem;
        return text.StartsWith('-') ? incoming.Name + text[1..] : text;
    }

    /// <summary>The reader, loaded when the first page comes in.</summary>
    private sealed class Lazily(Setting setting) : IDisposable
    {
        private LoadedReader? loaded;

        public LoadedReader Value => loaded ??= new LoadedReader(setting);

        public void Dispose() => loaded?.Dispose();
    }
}

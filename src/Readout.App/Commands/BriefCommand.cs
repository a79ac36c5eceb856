using System.CommandLine;
using Readout.App.Frame;
using Readout.App.Views;
using Readout.Exports.Briefs;
using Readout.Store.Asking;
using Readout.World;

namespace Readout.App.Commands;

/// <summary><c>brief</c>: one cited page on actors, a pair or a topic.</summary>
internal static class BriefCommand
{
    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var lines = new Option<int>("--lines") { Description = "Lines in each section", DefaultValueFactory = _ => 8 };
        var ifAsked = new Option<bool>("--if-asked") { Description = "Also the last direct words on what the sides take positions on" };
        var since = new Option<string?>("--since") { Description = "What is new since that day (the same as --from the day after)", HelpName = "DATE" };
        var file = new Option<string?>("--output", "-o") { Description = "Write to this file; needed for docx", HelpName = "FILE" };
        var selection = new SelectionOptions(isCounted: false);
        var verb = new Verb(
            "brief", "A short cited brief on actors, a pair or a topic for a period (default: the last 30 days), as of a date: text, json, md, html or docx",
            "readout brief PRK --as-of 2021-03-31", "readout brief USA KOR --from 2021-03 --to 2021-04 --if-asked", "readout brief --about denuclearization --from 2018", "readout brief IRN --since 2021-03-01 --format html -o iran.html") { lines, ifAsked, since, file };
        selection.AddTo(verb);
        return verb.Does(
            call =>
            {
                var chosen = selection.Read(call);
                if (call.Get(since) is { } day) chosen = chosen with { From = (Tenure.LastDay(day) ?? throw new UsageException($"--since {day} is no date; write it as 2021-03-18")).AddDays(1) };
                return Show(call, new BriefQuestion { Selection = chosen, AsOf = call.Setting.AsOf, Today = AskCommands.Today(call), Lines = Math.Max(1, call.Get(lines)), IfAsked = call.Get(ifAsked) }, call.Get(file));
            }, common, terminal);
    }

    private static int Show(Call call, BriefQuestion question, string? file)
    {
        if (call.Setting.Format is "md" or "html" or "docx" or null && FormatOf(call, file) is { } format) return Write(call, question, format, file);
        if (file is not null) throw new UsageException("--output is for md, html and docx; redirect standard output for the rest");
        var view = new BriefView(call.Terminal);
        switch (call.Setting.FormatFor(call.Terminal))
        {
            case OutputFormat.Text:
                view.Text(AskCommands.Ask(call, question));
                break;
            case OutputFormat.Csv:
                throw new UsageException("a brief has no CSV form; ask timeline or said for rows");
            default:
                view.Json(AskCommands.Ask(call, question));
                break;
        }
        return ExitStatus.Done;
    }

    private static string? FormatOf(Call call, string? file) =>
        call.Setting.Format ?? Path.GetExtension(file)?.ToLowerInvariant() switch { ".md" => "md", ".html" or ".htm" => "html", ".docx" => "docx", _ => null };

    private static int Write(Call call, BriefQuestion question, string format, string? file)
    {
        if (format == "docx" && file is null && call.Terminal.OutputIsTerminal) throw new UsageException("docx is no text; say where to write it with --output FILE");
        var brief = AskCommands.Ask(call, question);
        using var output = new MemoryStream();
        switch (format)
        {
            case "md": BriefMarkdown.Write(brief, output); break;
            case "html": BriefHtml.Write(brief, output); break;
            default: BriefDocx.Write(brief, output); break;
        }
        if (file is not null)
        {
            File.WriteAllBytes(file, output.ToArray());
            return ExitStatus.Done;
        }
        call.Terminal.Output.Write(output.ToArray());
        call.Terminal.Output.Flush();
        return ExitStatus.Done;
    }
}

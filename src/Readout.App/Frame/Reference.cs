using System.CommandLine;
using System.Text;

namespace Readout.App.Frame;

/// <summary>The command line's own description of itself: <c>docs/cli.md</c> and the manual page are made from it.</summary>
internal static class Reference
{
    public static string Markdown(RootCommand root)
    {
        var page = new StringBuilder("# Command line\n\nMade by `readout reference`; do not edit.\n\n").Append(root.Description).Append("\n\n## Options of every verb\n\n");
        Options(page, root);
        foreach (var verb in Verbs(root)) Section(page, verb.Path, verb.Command);
        return page.ToString();
    }

    /// <summary>A manual page of section 1 in the man macros of groff.</summary>
    public static string Man(RootCommand root, string version)
    {
        var page = new StringBuilder($".TH READOUT 1 \"\" \"readout {version}\" \"User commands\"\n.SH NAME\nreadout \\- reads diplomatic and conflict news and keeps the record\n.SH SYNOPSIS\n.B readout\n[\\fIverb\\fR] [\\fIarguments\\fR] [\\fIoptions\\fR]\n.SH DESCRIPTION\n{Roff(root.Description!)}\n.SH OPTIONS OF EVERY VERB\n");
        foreach (var option in Shown(root.Options)) Entry(page, Names(option), option.Description);
        page.Append(".SH VERBS\n");
        foreach (var (path, command) in Verbs(root))
        {
            page.Append($".SS readout {Roff(Synopsis(path, command))}\n{Roff(command.Description!)}\n");
            foreach (var argument in command.Arguments.Where(a => !a.Hidden)) Entry(page, argument.Name, argument.Description);
            foreach (var option in Shown(command.Options)) Entry(page, Names(option), option.Description);
        }
        return page.Append(".SH SEE ALSO\nThe folder docs that comes with the program.\n").ToString();
    }

    private static void Section(StringBuilder page, string path, Command command)
    {
        page.Append($"## readout {path}\n\n{command.Description}.\n\n    readout {Synopsis(path, command)}\n\n");
        if (command.Arguments.Any(a => !a.Hidden) || Shown(command.Options).Any()) Options(page, command);
        if (command is Verb { Examples: { Count: > 0 } examples }) page.Append("Examples:\n\n").AppendJoin("", examples.Select(e => $"    {e}\n")).Append('\n');
    }

    private static void Options(StringBuilder page, Command command)
    {
        page.Append("| | |\n| --- | --- |\n");
        foreach (var argument in command.Arguments.Where(a => !a.Hidden)) page.Append($"| `{Cell(argument.Name)}` | {Cell(argument.Description)} |\n");
        foreach (var option in Shown(command.Options)) page.Append($"| `{Cell(Names(option))}` | {Cell(option.Description)} |\n");
        page.Append('\n');
    }

    private static IEnumerable<(string Path, Command Command)> Verbs(Command command, string above = "") =>
        command.Subcommands.Where(c => !c.Hidden).SelectMany(c => Verbs(c, $"{above}{c.Name} ").Prepend(($"{above}{c.Name}", c)));

    private static string Synopsis(string path, Command command) =>
        string.Join(' ', [path, .. command.Arguments.Where(a => !a.Hidden).Select(a => (a.Arity.MinimumNumberOfValues > 0 ? a.Name : $"[{a.Name}]") + (a.Arity.MaximumNumberOfValues > 1 ? "..." : "")), "[options]"]);

    private static IEnumerable<Option> Shown(IEnumerable<Option> options) => options.Where(o => !o.Hidden && o.Name is not ("--help" or "--version"));

    private static string Names(Option option) => string.Join(", ", option.Aliases.Order(StringComparer.Ordinal).Append(option.Name)) + (option.HelpName is { } value ? $" {value}" : "");

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal);

    private static void Entry(StringBuilder page, string name, string? text) => page.Append($".TP\n\\fB{Roff(name)}\\fR\n{Roff(text ?? "")}\n");

    // A backslash and a hyphen mean something in roff, a dot or an apostrophe only at the beginning of a line.
    private static string Roff(string text)
    {
        var escaped = text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal);
        return escaped is ['.' or '\'', ..] ? "\\&" + escaped : escaped;
    }
}

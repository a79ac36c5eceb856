using System.CommandLine;
using Readout.App.Frame;

namespace Readout.App.Commands;

/// <summary><c>reference</c>: the description of all verbs as a page of the docs or as a manual page.</summary>
internal static class ReferenceCommand
{
    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var man = new Option<bool>("--man") { Description = "A manual page for man(1) instead of Markdown" };
        var verb = new Verb("reference", "Prints the reference of the command line", "readout reference > docs/cli.md", "readout reference --man > readout.1") { man };
        return verb.Does(
            call =>
            {
                var root = CommandLine.Root(terminal);
                var version = typeof(ReferenceCommand).Assembly.GetName().Version!.ToString(3);
                call.Terminal.Print(call.Get(man) ? Reference.Man(root, version) : Reference.Markdown(root));
                return ExitStatus.Done;
            }, common, terminal);
    }
}

using System.Text;
using Spectre.Console;

namespace Readout.App.Frame;

/// <summary>Where a call reads from and writes to: findings to <see cref="Output"/>, everything else to <see cref="Error"/>.</summary>
internal sealed class Terminal : IDisposable
{
    private IAnsiConsole? text;

    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    public required Stream Input { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Columns of text output; 100 where there is no terminal to ask.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Text for people; colours only on a terminal and never with NO_COLOR.</summary>
    public IAnsiConsole Text => text ??= Console(Output);

    public static Terminal OfProcess() => new()
    {
        Output = new FindingsStream(System.Console.OpenStandardOutput()),
        Error = System.Console.Error,
        Input = System.Console.OpenStandardInput(),
        OutputIsTerminal = !System.Console.IsOutputRedirected,
        ErrorIsTerminal = !System.Console.IsErrorRedirected,
        Width = System.Console.IsOutputRedirected ? 100 : Math.Clamp(System.Console.WindowWidth, 60, 140),
    };

    /// <summary>Plain text among the findings, at once.</summary>
    public void Print(string text)
    {
        Output.Write(Encoding.UTF8.GetBytes(text));
        Output.Flush();
    }

    public void Dispose() => Output.Dispose();

    private IAnsiConsole Console(Stream stream)
    {
        var colours = OutputIsTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" }),
        });
        console.Profile.Width = Width;
        return console;
    }
}

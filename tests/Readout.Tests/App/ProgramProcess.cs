using System.Diagnostics;

namespace Readout.Tests.App;

/// <summary>The program as a process of its own, that can be killed or kept from writing.</summary>
internal static class ProgramProcess
{
    /// <summary>Runs the program until it has printed some lines or some time has passed, then kills it; the lines.</summary>
    public static List<string> Until(int lines, int milliseconds, params string[] arguments)
    {
        using var process = Start([], arguments);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var late = new Timer(_ => Kill(process), null, milliseconds, Timeout.Infinite);
        var printed = new List<string>();
        while (printed.Count < lines && process.StandardOutput.ReadLine() is { } line) printed.Add(line);
        Kill(process);
        process.WaitForExit();
        return printed;
    }

    /// <summary>Runs the program to its end, behind a command that takes something from it ("setpriv", "sh -c ulimit ..."); an action while it prints.</summary>
    public static (int Status, List<string> Lines, string Errors) Run(string[] behind, string[] arguments, Action<int>? printed = null)
    {
        using var process = Start(behind, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var lines = new List<string>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            lines.Add(line);
            printed?.Invoke(lines.Count);
        }
        process.WaitForExit();
        return (process.ExitCode, lines, errors.GetAwaiter().GetResult());
    }

    private static Process Start(string[] behind, string[] arguments)
    {
        string[] call = [.. behind, "dotnet", Path.Combine(AppContext.BaseDirectory, "readout.dll"), .. arguments, "--quiet", "--knowledge", Repository.Knowledge, "--models", Path.Combine(Repository.Root, "models")];
        return Process.Start(new ProcessStartInfo(call[0], call[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}

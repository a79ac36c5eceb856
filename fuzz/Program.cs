using System.Diagnostics;
using Readout.Fuzz;
using SharpFuzz;

// usage: Readout.Fuzz TARGET              as afl-fuzz starts it
//        Readout.Fuzz TARGET FILE...      each input once, with its time and memory (a build that is not instrumented)
//        Readout.Fuzz seeds FOLDER        what the fuzzers begin with, a folder for each target
var root = Environment.GetEnvironmentVariable("READOUT_ROOT") ?? Directory.GetCurrentDirectory();
var targets = new Targets(Path.Combine(root, "knowledge"), Path.Combine(root, "models"));
switch (args)
{
    case ["seeds", var into]:
        Seeds.Write(root, into);
        return 0;
    case [var target]:
        var run = targets.Of(target);
        Fuzzer.Run(stream =>
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            run(bytes.ToArray());
        });
        return 0;
    case [var target, .. var files]:
        foreach (var file in files)
        {
            var clock = Stopwatch.StartNew();
            targets.Of(target)(File.ReadAllBytes(file));
            Console.WriteLine($"{file}: {clock.ElapsedMilliseconds} ms, peak of the process {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        }
        return 0;
    default:
        Console.Error.WriteLine($"usage: Readout.Fuzz {string.Join('|', Targets.Names)} [FILE...], or Readout.Fuzz seeds FOLDER");
        return 1;
}

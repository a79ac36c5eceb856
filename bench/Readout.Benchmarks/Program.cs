using Readout.Benchmarks;

switch (args)
{
    case ["times", .. var rest]:
        return TimeBench.Run(rest);
    case ["pages", .. var rest]:
        return PageBench.Run(rest);
    default:
        Console.Error.WriteLine("bench: name a section: times, pages");
        return 2;
}

using Readout.Benchmarks;

switch (args)
{
    case ["times", .. var rest]:
        return TimeBench.Run(rest);
    default:
        Console.Error.WriteLine("bench: name a section: times");
        return 2;
}

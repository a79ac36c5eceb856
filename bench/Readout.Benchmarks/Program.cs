using Readout.Benchmarks;

switch (args)
{
    case ["times", .. var rest]:
        return TimeBench.Run(rest);
    case ["pages", .. var rest]:
        return PageBench.Run(rest);
    case ["store", .. var rest]:
        return StoreBench.Run(rest);
    case ["whole", .. var rest]:
        return WholeBench.Run(rest);
    case ["writes", .. var rest]:
        return WriteBench.Run(rest);
    case ["stages", .. var rest]:
        return StageBench.Run(rest);
    case ["language", .. var rest]:
        return LanguageBench.Run(rest);
    default:
        Console.Error.WriteLine("bench: name a section: times, pages, language, store, whole, writes, stages");
        return 2;
}

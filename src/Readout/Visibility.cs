using System.Runtime.CompilerServices;

// Training shares the arithmetic of the reader, the store its way to compare names; tests look inside both.
[assembly: InternalsVisibleTo("Readout.Store")]
[assembly: InternalsVisibleTo("Readout.Exports")]
[assembly: InternalsVisibleTo("Readout.Web")]
[assembly: InternalsVisibleTo("readout")]
[assembly: InternalsVisibleTo("Readout.Training")]
[assembly: InternalsVisibleTo("Readout.Tests")]
[assembly: InternalsVisibleTo("Readout.Benchmarks")]
[assembly: InternalsVisibleTo("Readout.Fuzz")]

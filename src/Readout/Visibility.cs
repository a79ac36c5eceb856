using System.Runtime.CompilerServices;

// Training shares the arithmetic of the reader; tests look inside both.
[assembly: InternalsVisibleTo("Readout.Training")]
[assembly: InternalsVisibleTo("Readout.Tests")]
[assembly: InternalsVisibleTo("Readout.Benchmarks")]

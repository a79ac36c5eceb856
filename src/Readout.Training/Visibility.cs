using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Readout.Tests")]

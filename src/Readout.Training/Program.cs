using System.Globalization;
using Readout.Training;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return Commands.Run(args);

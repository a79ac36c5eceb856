using System.Text;
using Readout.App.Frame;

Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
using var terminal = Terminal.OfProcess();
return await CommandLine.Run(args, terminal);

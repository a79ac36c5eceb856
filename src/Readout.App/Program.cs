Console.Error.WriteLine("readout: nothing here yet");
return 2;

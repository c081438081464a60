Console.Error.WriteLine("usage: SoundFoundry.Bench <program>");
return 2;

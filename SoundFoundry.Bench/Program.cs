using SoundFoundry.Bench;
using SoundFoundry.Bench.Chaos;
using SoundFoundry.Bench.FirstSound;
using SoundFoundry.Bench.Pickup;
using SoundFoundry.Bench.Studio;

IBenchProgram[] programs = [new StudioBench(), new StudioDemo(), new FirstSoundBench(), new PickupBench(), new ChaosBench()];

var program = programs.SingleOrDefault(program => program.Name == args.FirstOrDefault());
if (program is not null) return await program.RunAsync(args[1..], CancellationToken.None);

Console.Error.WriteLine("usage: SoundFoundry.Bench <program> [arguments]");
foreach (var known in programs) Console.Error.WriteLine($"  {known.Name,-14} {known.Summary}");
return 2;

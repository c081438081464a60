using SoundFoundry.Bench;
using SoundFoundry.Bench.Access;
using SoundFoundry.Bench.Chaos;
using SoundFoundry.Bench.Fairness;
using SoundFoundry.Bench.FirstSound;
using SoundFoundry.Bench.Flush;
using SoundFoundry.Bench.Fuzzing;
using SoundFoundry.Bench.Outage;
using SoundFoundry.Bench.Pages;
using SoundFoundry.Bench.Pickup;
using SoundFoundry.Bench.Rolling;
using SoundFoundry.Bench.Screenshots;
using SoundFoundry.Bench.Studio;
using SoundFoundry.Bench.Takeover;

IBenchProgram[] programs =
[
    new StudioBench(), new StudioDemo(), new FirstSoundBench(), new PickupBench(), new TakeoverBench(), new FlushBench(), new OutageBench(),
    new FairnessBench(), new RollingBench(), new ChaosBench(), new FuzzBench(), new AccessBench(), new PagesBench(), new ScreenshotProgram(),
];

var program = programs.SingleOrDefault(program => program.Name == args.FirstOrDefault());
if (program is not null) return await program.RunAsync(args[1..], CancellationToken.None);

Console.Error.WriteLine("usage: SoundFoundry.Bench <program> [arguments]");
foreach (var known in programs) Console.Error.WriteLine($"  {known.Name,-14} {known.Summary}");
return 2;

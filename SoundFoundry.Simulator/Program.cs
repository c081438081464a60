using SoundFoundry.ServiceDefaults;
using SoundFoundry.ServiceDefaults.Walls;
using SoundFoundry.Simulator;
using SoundFoundry.Simulator.Answers;
using SoundFoundry.Simulator.Audio;
using SoundFoundry.Simulator.Control;
using SoundFoundry.Simulator.Fal;
using SoundFoundry.Simulator.Replicate;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddSimulator();

var app = builder.Build();
app.UseLocalWalls();
app.BreakOffEndlessAnswers();
app.MapDefaultEndpoints();
app.MapControl();
app.MapFiles();
app.MapReplicate();
app.MapFal();

app.Services.GetRequiredService<StartingPoint>().Restore();
app.Run();

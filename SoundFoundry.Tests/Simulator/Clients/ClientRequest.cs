namespace SoundFoundry.Tests.Simulator.Clients;

internal sealed record ClientRequest(string Method, string Path, Dictionary<string, string> Headers);

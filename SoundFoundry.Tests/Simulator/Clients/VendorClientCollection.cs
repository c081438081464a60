namespace SoundFoundry.Tests.Simulator.Clients;

[CollectionDefinition(nameof(VendorClientCollection))]
public sealed class VendorClientCollection : ICollectionFixture<VendorClients>;

// MinIO's images left Docker Hub and the toolkit calls its integration obsolete for that. The services speak plain S3,
// so any S3 server may take its place; until then the image comes from the registry that still has it, at a fixed tag.
#pragma warning disable CS0618

namespace SoundFoundry.AppHost;

/// <summary>What only Aspire can do.</summary>
internal static class AppHostAspire
{
    public static IResourceBuilder<IResourceWithConnectionString> AddObjectStore(this IDistributedApplicationBuilder builder, string name) =>
        // Named here: the default is a parameter called "user", which a Compose file reads from the shell's own $USER.
        builder.AddMinioContainer(name, rootUser: builder.AddParameter($"{name}-user", "soundfoundry", publishValueAsDefault: true))
            .WithImageRegistry("quay.io")
            .WithImageTag("RELEASE.2025-09-07T16-13-09Z")
            .WithDataVolume("soundfoundry-minio");

    /// <summary>Links for the dashboard, and tools to look into the stores; the tools start when asked to.</summary>
    public static void AddTools(
        this IDistributedApplicationBuilder builder,
        IResourceBuilder<PostgresServerResource> postgres,
        IResourceBuilder<RedisResource> redis,
        IResourceBuilder<ProjectResource> api,
        IResourceBuilder<ProjectResource> web)
    {
        if (!builder.ExecutionContext.IsRunMode) return;

        postgres.WithPgAdmin(pgAdmin => pgAdmin.WithExplicitStart());
        redis.WithRedisInsight(insight => insight.WithExplicitStart());

        web.WithUrlForEndpoint("http", url => url.DisplayText = "SoundFoundry");
        api.WithUrlForEndpoint("http", url => url.DisplayText = "API")
            .WithUrlForEndpoint("http", _ => new() { Url = "/docs", DisplayText = "API reference" })
            .WithUrlForEndpoint("http", _ => new() { Url = "/api/health", DisplayText = "Health" });
    }
}

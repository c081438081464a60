using System.Text.Json.Serialization;

namespace SoundFoundry.Web.Api;

[JsonConverter(typeof(JsonStringEnumConverter<JobStatus>))]
public enum JobStatus
{
    [JsonStringEnumMemberName("QUEUED")]
    Queued,

    [JsonStringEnumMemberName("RENDERING")]
    Rendering,

    [JsonStringEnumMemberName("COMPLETE")]
    Complete,

    [JsonStringEnumMemberName("FAILED")]
    Failed,

    [JsonStringEnumMemberName("CANCELED")]
    Canceled,
}

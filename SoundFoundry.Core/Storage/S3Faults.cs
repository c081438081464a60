using System.Net;
using Amazon.Runtime;
using Amazon.S3;

namespace SoundFoundry.Core.Storage;

/// <summary>Turns what an S3 server says into what the operator can do about it.</summary>
internal static class S3Faults
{
    /// <summary>Null for what is no fault of the server's or of its settings'.</summary>
    public static AudioStoreException? Explain(Exception failure, S3Options s3) => failure switch
    {
        AudioStoreException => null,
        AmazonS3Exception { ErrorCode: "InvalidAccessKeyId" or "SignatureDoesNotMatch" } =>
            new("The S3 server does not accept the keys: check Storage:S3:AccessKey and Storage:S3:SecretKey.", failure),
        AmazonS3Exception { ErrorCode: "NoSuchBucket" } =>
            new($"The bucket '{s3.Bucket}' (Storage:S3:Bucket) does not exist: run the API once with the argument migrate, "
                + "which makes it.", failure),
        AmazonS3Exception { ErrorCode: "QuotaExceeded" or "XMinioStorageFull" }
            or AmazonS3Exception { StatusCode: HttpStatusCode.InsufficientStorage } =>
            new($"The S3 server has no room left in the bucket '{s3.Bucket}'. Free some or raise its quota.", failure),
        AmazonS3Exception { StatusCode: HttpStatusCode.Forbidden } =>
            new($"The S3 server refuses this access key in the bucket '{s3.Bucket}': check Storage:S3:AccessKey and Storage:S3:SecretKey, "
                + "and that the key may read, write, delete and list there.", failure),
        AmazonS3Exception { StatusCode: HttpStatusCode.PreconditionFailed } =>
            new("The stored object was replaced while it was read.", failure),
        AmazonS3Exception s3Failure => new($"The S3 server refused: {s3Failure.ErrorCode} ({(int)s3Failure.StatusCode}).", failure),
        AmazonServiceException or HttpRequestException or TimeoutException or OperationCanceledException { InnerException: TimeoutException } =>
            new($"The S3 server at {s3.Endpoint} (Storage:S3:Endpoint) does not answer.", failure),
        _ => null,
    };
}

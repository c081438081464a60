using System.Text.Json;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote;
using SoundFoundry.Worker.Providers.Replicate;

namespace SoundFoundry.Tests.Worker.Providers.Replicate;

public sealed class PredictionStateTests
{
    private static readonly RemoteState.Finished Found = new(new Uri("https://replicate.delivery/pbxt/a.wav"));

    public static TheoryData<string, object> Predictions => new()
    {
        { """{"status":"starting","logs":"","error":null}""", new RemoteState.Queued(null) },
        { """{"status":"processing","logs":null,"output":null}""", new RemoteState.Running(null) },
        { """{"status":"processing","logs":"0%|          | 0/50\n 34%|###4      | 17/50 [00:01<00:02, 12it/s]\nUsing seed: 7"}""", new RemoteState.Running(17 / 50.0) },
        { """{"status":"processing","logs":"90%|# | 9/10\r100%|##| 10/10\nnext\n 10%|#  | 5/50"}""", new RemoteState.Running(0.1) },
        { """{"status":"processing","logs":"500%|##| 500/0"}""", new RemoteState.Running(1) },
        { """{"status":"rehearsing"}""", new RemoteState.Running(null) },
        { """{"status":"succeeded","output":"https://replicate.delivery/pbxt/a.wav"}""", Found },
        { """{"status":"succeeded","output":["https://replicate.delivery/pbxt/a.wav","https://replicate.delivery/pbxt/b.wav"]}""", Found },
        { """{"status":"succeeded","output":{"spectrogram":"https://replicate.delivery/pbxt/s.png","audio":"https://replicate.delivery/pbxt/a.wav"}}""", Found },
        { """{"status":"succeeded","output":{"seed":7,"song":"https://replicate.delivery/pbxt/a.wav"}}""", Found },
        { """{"status":"processing","output":"https://replicate.delivery/pbxt/a.wav"}""", Found },
        { """{"status":"successful","output":"https://replicate.delivery/pbxt/a.wav"}""", Found },
        { """{"status":"succeeded","output":null,"data_removed":true}""", Failed(FailureClass.Provider, "output_gone", "Replicate does not keep the output any more") },
        { """{"status":"succeeded","output":null}""", Failed(FailureClass.Artifact, "no_audio", "The prediction's output has no audio in it") },
        { """{"status":"succeeded"}""", Failed(FailureClass.Artifact, "no_audio", "The prediction's output has no audio in it") },
        { """{"status":"succeeded","output":"data:audio/wav;base64,AAAA"}""", Failed(FailureClass.Artifact, "no_audio", "The prediction's output has no audio in it") },
        { """{"status":"failed","error":"CUDA out of memory","output":null,"logs":"x"}""", Failed(FailureClass.Provider, "failed", "Replicate failed: CUDA out of memory") },
        { """{"status":"failed","error":"CUDA out of memory","output":"https://replicate.delivery/pbxt/a.wav"}""", Failed(FailureClass.Provider, "failed", "Replicate failed: CUDA out of memory") },
        { """{"status":"canceled","logs":null,"output":null,"metrics":{"predict_time":1.1}}""", Failed(FailureClass.Provider, "canceled", "Replicate canceled the prediction") },
        { """{"status":"aborted"}""", Failed(FailureClass.Provider, "aborted", "Replicate aborted the prediction") },
    };

    [Theory]
    [MemberData(nameof(Predictions))]
    public void A_prediction_stands_as_its_output_and_status_say(string prediction, object expected) =>
        PredictionState.Of(JsonElement.Parse(prediction)).ShouldBe(expected);

    private static RemoteState.Failed Failed(FailureClass failure, string code, string reason) => new(new Failure(failure, code, reason));
}

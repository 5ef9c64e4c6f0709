using LeadCapture.Sandbox;

namespace LeadCapture.Tests.Sandbox;

public class ScenePlanTests
{
    private const string Bob = """{"email":"bob@example.com"}""";

    [Fact]
    public async Task Scenes_with_a_number_of_calls_play_one_after_the_other()
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(Scene.ServerError, calls: 2);
        sandbox.State.Play(Scene.Normal, calls: 1);
        sandbox.State.Play(Scene.Unavailable, calls: 1);

        Assert.Equal([500, 500, 201, 503, 201], await Statuses(sandbox, SandboxClient.Ann, 5));
    }

    [Fact]
    public async Task A_scene_without_end_ends_with_the_next_one()
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(Scene.Unavailable);
        sandbox.State.Play(Scene.ServerError, calls: 1);

        Assert.Equal([500, 201], await Statuses(sandbox, SandboxClient.Ann, 2));
        Assert.Empty(sandbox.State.Scenes);
    }

    [Fact]
    public async Task A_scene_for_one_email_leaves_the_others_alone()
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(Scene.Unavailable, calls: 1);
        sandbox.State.Play(new ScenePlan(Scene.ServerError, OnlyEmail: "Bob@example.com"));

        Assert.Equal([500, 500], await Statuses(sandbox, Bob, 2));
        Assert.Equal([503, 201], await Statuses(sandbox, SandboxClient.Ann, 2));
        Assert.Equal([500], await Statuses(sandbox, Bob, 1));
    }

    [Fact]
    public async Task An_outage_can_be_kept_to_look_ups()
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(new ScenePlan(Scene.ServerError, Only: SceneReach.LookUps));

        Assert.Equal([201], await Statuses(sandbox, Bob, 1));
        Assert.Equal(500, (int)(await sandbox.Gets("/v4/contacts/1001")).Status);
    }

    [Fact]
    public async Task Normal_and_reset_end_every_scene()
    {
        await using var sandbox = await SandboxClient.Start();
        sandbox.State.Play(new ScenePlan(Scene.ServerError, OnlyEmail: "bob@example.com"));
        sandbox.State.Play(Scene.Unavailable);
        sandbox.State.Play(Scene.Normal);

        Assert.Equal([201], await Statuses(sandbox, Bob, 1));
        sandbox.State.Play(Scene.Unavailable);
        sandbox.State.Reset();

        Assert.Equal([], sandbox.State.Scenes);
        Assert.Equal((0L, 0L, 0), (sandbox.State.Received, sandbox.State.Created, sandbox.State.Contacts.Count));
    }

    private static async Task<List<int>> Statuses(SandboxClient sandbox, string json, int times)
    {
        var statuses = new List<int>();
        for (var time = 0; time < times; time++)
            statuses.Add((int)(await sandbox.Creates(json)).Status);
        return statuses;
    }
}

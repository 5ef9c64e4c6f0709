using LeadCapture.Admin.Runs;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Leads.Import.ImportText;

namespace LeadCapture.Admin.Leads.Import;

/// Corrected leads out of a file: choose it, see what it would do, then have it done by a run.
[Needs(Role.Operator)]
public sealed class ImportController(Imports imports, FileText texts, RunDecisions runs) : AdminController
{
    public const int LargestFile = 10 * 1024 * 1024;
    private const string Start = "/admin/leads/import";
    private const string Here = Start + "/{id:guid}";

    /// More than is taken, so that a file that is too large gets a sentence and no bare refusal.
    private const int LargestBody = 4 * LargestFile;

    private static readonly int LongestWhy = 500 - RunDecisions.ByFile.Length;

    [HttpGet(Start, Name = ImportRoutes.Choose)]
    public IActionResult Choose() => View("Choose");

    [HttpPost(Start)]
    [RequestSizeLimit(LargestBody)]
    public async Task<IActionResult> Upload(IFormFile? file, CancellationToken aborted)
    {
        // What is no file is none: the binder's own words say less.
        ModelState.Clear();
        var (text, problem) = await Read(file, aborted);
        if (problem == "")
            problem = LeadTableReader.Read(text, aborted).Problem;
        if (problem == "")
            return To(ImportRoutes.Show, new { id = await imports.Keep(text, CurrentUser) });
        Wrong("file", problem);
        return Unprocessable("Choose", new object());
    }

    [HttpGet(Here, Name = ImportRoutes.Show)]
    public async Task<IActionResult> Show(Guid id, CancellationToken aborted) => await imports.Find(id, CurrentUser) switch
    {
        null => Over(),
        { RunId: null } import => View("Preview", new PreviewPage(id, await imports.Review(import, aborted))),
        { NotTaken: > 0 } import => View("NotTaken", new NotTakenPage(import)),
        var import => To(RunRoutes.Run, new { id = import.RunId.Value }),
    };

    [HttpPost(Here + "/apply", Name = ImportRoutes.Apply)]
    public async Task<IActionResult> Apply(Guid id, bool resubmit, CancellationToken aborted, string why = "")
    {
        if (await imports.Find(id, CurrentUser) is not { } import)
            return Over();
        if (import.RunId is { } ordered)
            return To(RunRoutes.Run, new { id = ordered });
        if (why.Length is 0 || why.Length > LongestWhy)
        {
            Wrong("why", T["Enter a reason of up to {0} characters", LongestWhy]);
            return Unprocessable("Preview", new PreviewPage(id, await imports.Review(import, aborted), why, resubmit));
        }
        return Done(RunRoutes.Run, new { id = await runs.Import(import, why, resubmit, CurrentUser) }, T["Import started."]);
    }

    [HttpGet(Here + "/not-taken.csv", Name = ImportRoutes.NotTaken)]
    public async Task<IActionResult> NotTaken(Guid id, CancellationToken aborted) => await imports.Find(id, CurrentUser) is { } import
        ? BadLines.File(import.NotTaken is null ? BadLines.Text(await imports.Review(import, aborted)) : import.Text)
        : NotFound();

    private async Task<(string Text, string Problem)> Read(IFormFile? file, CancellationToken aborted)
    {
        if (file is null or { Length: 0 })
            return ("", file is null ? T["Choose the edited CSV file"] : T["The file is empty. Choose another file."]);
        if (file.Length > LargestFile)
            return ("", T["The file is larger than 10 MB. Split it and import the parts one by one."]);
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, aborted);
        return (await texts.Of(bytes.ToArray()), "");
    }

    private ViewResult Over()
    {
        Wrong("", T["This file has expired or belongs to another user. Choose the file again."]);
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Choose");
    }
}

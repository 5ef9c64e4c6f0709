using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LeadCapture.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Runs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "run_id",
                table: "corrections",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "runs",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    ordered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    who = table.Column<string>(type: "text", nullable: false),
                    filter = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    agreed = table.Column<bool>(type: "boolean", nullable: false),
                    fix = table.Column<string>(type: "text", nullable: true),
                    of_run = table.Column<int>(type: "integer", nullable: true),
                    cursor = table.Column<Guid>(type: "uuid", nullable: true),
                    members = table.Column<int>(type: "integer", nullable: false),
                    under_way = table.Column<int>(type: "integer", nullable: false),
                    succeeded = table.Column<int>(type: "integer", nullable: false),
                    failed = table.Column<int>(type: "integer", nullable: false),
                    skipped = table.Column<int>(type: "integer", nullable: false),
                    stage = table.Column<int>(type: "integer", nullable: false),
                    stage_begun = table.Column<int>(type: "integer", nullable: false),
                    stage_failed = table.Column<int>(type: "integer", nullable: false),
                    stopped = table.Column<string>(type: "text", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    worker = table.Column<Guid>(type: "uuid", nullable: true),
                    worked_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "run_leads",
                columns: table => new
                {
                    run_id = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_leads", x => new { x.run_id, x.place });
                    table.ForeignKey(
                        name: "FK_run_leads_leads_lead_id",
                        column: x => x.lead_id,
                        principalTable: "leads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_run_leads_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_corrections_run_id",
                table: "corrections",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "IX_run_leads_lead_id",
                table: "run_leads",
                column: "lead_id");

            migrationBuilder.CreateIndex(
                name: "IX_run_leads_run_id_state_place",
                table: "run_leads",
                columns: new[] { "run_id", "state", "place" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "run_leads");

            migrationBuilder.DropTable(
                name: "runs");

            migrationBuilder.DropIndex(
                name: "IX_corrections_run_id",
                table: "corrections");

            migrationBuilder.DropColumn(
                name: "run_id",
                table: "corrections");
        }
    }
}

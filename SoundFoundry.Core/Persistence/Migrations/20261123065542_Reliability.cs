using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SoundFoundry.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Reliability : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "first_provider",
                table: "jobs",
                type: "character varying(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "provider_position",
                table: "jobs",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "retries",
                table: "jobs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "retry_at",
                table: "jobs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "retry_fence",
                table: "jobs",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "dispatch_control",
                columns: table => new
                {
                    id = table.Column<short>(type: "smallint", nullable: false),
                    mode = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispatch_control", x => x.id);
                    table.CheckConstraint("ck_dispatch_control_one_row", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "late_results",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    attempt_id = table.Column<long>(type: "bigint", nullable: false),
                    job_id = table.Column<long>(type: "bigint", nullable: false),
                    track_id = table.Column<long>(type: "bigint", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    credits = table.Column<int>(type: "integer", nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    taken_job_id = table.Column<long>(type: "bigint", nullable: true),
                    declined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    artifact_bytes = table.Column<long>(type: "bigint", nullable: false),
                    artifact_content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    artifact_duration_s = table.Column<double>(type: "double precision", nullable: false),
                    artifact_key = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    artifact_peaks = table.Column<byte[]>(type: "bytea", nullable: false),
                    artifact_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_late_results", x => x.id);
                    table.ForeignKey(
                        name: "fk_late_results_attempts_attempt_id",
                        column: x => x.attempt_id,
                        principalTable: "attempts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "dispatch_control",
                columns: new[] { "id", "mode" },
                values: new object[] { (short)1, "RUNNING" });

            migrationBuilder.CreateIndex(
                name: "ix_jobs_user_id_started_at",
                table: "jobs",
                columns: new[] { "user_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_late_results_attempt_id",
                table: "late_results",
                column: "attempt_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_late_results_track_id",
                table: "late_results",
                column: "track_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dispatch_control");

            migrationBuilder.DropTable(
                name: "late_results");

            migrationBuilder.DropIndex(
                name: "ix_jobs_user_id_started_at",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "first_provider",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "provider_position",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "retries",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "retry_at",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "retry_fence",
                table: "jobs");
        }
    }
}

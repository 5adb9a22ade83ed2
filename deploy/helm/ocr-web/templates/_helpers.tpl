{{- define "ocr-web.name" -}}
{{- if contains "ocr-web" .Release.Name }}{{ .Release.Name | trunc 50 | trimSuffix "-" }}{{ else }}{{ printf "%s-ocr-web" .Release.Name | trunc 50 | trimSuffix "-" }}{{ end }}
{{- end }}

{{/* What pods are chosen by: never changes. Takes a dict of `root` and `role`. */}}
{{- define "ocr-web.selector" -}}
app.kubernetes.io/name: ocr-web
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .role }}
{{- end }}

{{- define "ocr-web.labels" -}}
{{ include "ocr-web.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "ocr-web.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{/* Settings of every process. In the pods and not in a ConfigMap: a hook runs before there is one. */}}
{{- define "ocr-web.env" -}}
{{- $env := dict "OCR_WEB_SHUTDOWN_SECONDS" .Values.shutdownSeconds "OCR_WEB_DRAIN_SECONDS" .Values.drainSeconds }}
{{- with .Values.s3 }}
{{- $_ := set $env "OCR_WEB_S3_BUCKET" .bucket }}
{{- $_ := set $env "OCR_WEB_S3_REGION" .region }}
{{- $_ := set $env "OCR_WEB_S3_FORCE_PATH_STYLE" .forcePathStyle }}
{{- if .endpoint }}{{ $_ := set $env "OCR_WEB_S3_ENDPOINT" .endpoint }}{{ end }}
{{- end }}
{{- if .Values.publicUrl }}
{{- $_ := set $env "OCR_WEB_PUBLIC_URL" .Values.publicUrl }}
{{- end }}
{{- if .Values.ingress.enabled }}
{{- $_ := set $env "OCR_WEB_TRUST_PROXY" true }}
{{- end }}
{{- if .Values.metrics.enabled }}
{{- $_ := set $env "OCR_WEB_METRICS_HOST" "0.0.0.0" }}
{{- $_ := set $env "OCR_WEB_METRICS_PORT" 9464 }}
{{- end }}
{{- range $name, $value := merge (dict) .Values.settings $env }}
- name: {{ $name }}
  value: {{ toString $value | quote }}
{{- end }}
{{- end }}

{{/* A pod of one role. Takes a dict of `root`, `role`, `env` (a list) and `resources`. */}}
{{- define "ocr-web.pod" -}}
{{- $values := .root.Values }}
metadata:
  labels:
    {{- include "ocr-web.labels" (dict "root" .root "role" .role) | nindent 4 }}
  {{- with $values.podAnnotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  automountServiceAccountToken: {{ ne $values.serviceAccount.name "" }}
  {{- with $values.serviceAccount.name }}
  serviceAccountName: {{ . }}
  {{- end }}
  {{- with $values.imagePullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  enableServiceLinks: false
  securityContext:
    {{- toYaml $values.podSecurityContext | nindent 4 }}
  {{- if eq .role "migrate" }}
  restartPolicy: OnFailure
  {{- else }}
  # Draining, open requests, running scans, and what is left.
  terminationGracePeriodSeconds: {{ add $values.drainSeconds (mul 2 $values.shutdownSeconds) 10 }}
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "ocr-web.selector" (dict "root" .root "role" .role) | nindent 10 }}
  {{- end }}
  containers:
    - name: {{ .role }}
      image: {{ include "ocr-web.image" .root | quote }}
      imagePullPolicy: {{ $values.image.pullPolicy }}
      args: [{{ eq .role "migrate" | ternary "migrate" "serve" }}]
      env:
        {{- include "ocr-web.env" .root | nindent 8 }}
        {{- range .env }}
        - name: {{ .name }}
          value: {{ .value | quote }}
        {{- end }}
      envFrom:
        - secretRef:
            name: {{ required "existingSecret: name a secret that has DATABASE_URL and OCR_WEB_MASTER_KEY" $values.existingSecret }}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop: [ALL]
      {{- if ne .role "migrate" }}
      ports:
        - { name: http, containerPort: 8080 }
        {{- if $values.metrics.enabled }}
        - { name: metrics, containerPort: 9464 }
        {{- end }}
      startupProbe:
        httpGet: { path: /healthz, port: http }
        periodSeconds: 2
        failureThreshold: 60
      # The supervisor restarts a service that hangs or ends: this is for when that does not help.
      livenessProbe:
        httpGet: { path: /healthz, port: http }
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 6
      readinessProbe:
        httpGet: { path: /readyz, port: http }
        periodSeconds: 5
        timeoutSeconds: 5
        failureThreshold: 2
      {{- end }}
      resources:
        {{- toYaml .resources | nindent 8 }}
      volumeMounts:
        - { name: data, mountPath: /data }
        - { name: tmp, mountPath: /tmp }
  volumes:
    - name: data
      emptyDir: { sizeLimit: {{ $values.api.dataSizeLimit }} }
    - name: tmp
      emptyDir: { sizeLimit: 256Mi }
  {{- with $values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $values.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
